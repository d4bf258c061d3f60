/** Code of each legal form, with the word that ends the names of its companies in the sample. */
export const establishedForms: readonly (readonly [code: string, word: string])[] = [
  ["5499", "SARL"],
  ["5710", "SAS"],
  ["5599", "SA"],
  ["5458", "SCOP"],
  ["9220", "association"]
];

/** NAF code of who sells a division of the CPV. */
export const activities: Readonly<Record<string, string>> = {
  "03": "01.30Z",
  "09": "35.14Z",
  "22": "47.61Z",
  "30": "46.51Z",
  "31": "46.69A",
  "32": "46.52Z",
  "33": "46.46Z",
  "34": "45.11Z",
  "37": "46.49Z",
  "39": "31.01Z",
  "44": "46.73A",
  "45": "43.21A",
  "48": "58.29C",
  "50": "33.12Z",
  "55": "56.21Z",
  "60": "49.39A",
  "66": "65.12Z",
  "71": "71.12B",
  "72": "62.02A",
  "77": "81.30Z",
  "79": "70.22Z",
  "80": "85.59A",
  "85": "88.99B",
  "90": "81.29B",
  "92": "90.01Z",
  "98": "96.09Z"
};

/** Bands of staff with their weights, near those of Paris's suppliers: few for persons and associations. */
export const employers: Readonly<
  Record<"few" | "usual" | "many", readonly (readonly [band: string, weight: number])[]>
> = {
  few: [
    ["NN", 45],
    ["00", 8],
    ["01", 18],
    ["02", 14],
    ["03", 8],
    ["11", 5],
    ["12", 2]
  ],
  usual: [
    ["NN", 12],
    ["00", 2],
    ["01", 7],
    ["02", 8],
    ["03", 10],
    ["11", 14],
    ["12", 19],
    ["21", 9],
    ["22", 7],
    ["31", 2],
    ["32", 4],
    ["41", 3],
    ["42", 1.5],
    ["51", 1],
    ["52", 0.3],
    ["53", 0.2]
  ],
  many: [
    ["NN", 4],
    ["02", 3],
    ["03", 6],
    ["11", 12],
    ["12", 22],
    ["21", 15],
    ["22", 13],
    ["31", 4],
    ["32", 9],
    ["41", 6],
    ["42", 3],
    ["51", 2],
    ["52", 0.6],
    ["53", 0.4]
  ]
};

/** Real communes, so that departments and regions can be told, with their weights; what sits there is invented. */
export const communes: readonly (readonly [code: string, weight: number])[] = [
  ["75108", 5],
  ["75109", 4],
  ["75110", 4],
  ["75111", 6],
  ["75113", 3],
  ["75117", 3],
  ["75118", 4],
  ["75119", 4],
  ["75120", 4],
  ["92012", 3],
  ["92026", 3],
  ["92050", 3],
  ["93001", 3],
  ["93048", 4],
  ["93066", 4],
  ["94028", 3],
  ["94041", 3],
  ["94081", 3],
  ["77288", 2],
  ["78646", 2],
  ["91228", 2],
  ["95127", 2],
  ["13202", 1],
  ["31555", 1],
  ["33063", 2],
  ["35238", 1],
  ["44109", 2],
  ["59350", 2],
  ["67482", 1],
  ["69383", 2],
  ["76540", 1],
  ["97411", 1]
];
