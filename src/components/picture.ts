/** How many pixels of the picture stand for one of the drawing: sharp on a slide and in print. */
const scale = 2;

/**
 * Draws a figure's SVG as a PNG, in the browser. A picture inside a canvas does not see the page's fonts: the one that it
 * names is put into it first.
 *
 * @param svgUrl The figure's SVG, whose root carries `width` and `height`.
 * @param fontUrl The font file of `Source Sans 3`, WOFF2.
 * @throws {Error} When a file is not there, or the browser cannot draw it.
 */
export async function pngOf(svgUrl: URL, fontUrl: URL): Promise<Blob> {
  const [markup, font] = await Promise.all([read(svgUrl), read(fontUrl)]);
  const face = `<style>@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${await dataUrl(font)})}</style>`;
  const svg = (await markup.text()).replace(/^<svg[^>]*>/, (root) => root + face);
  const source = await dataUrl(new Blob([svg], {type: "image/svg+xml"}));
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`${svgUrl.pathname} : ce navigateur n’a pas pu en faire une image. Prenez l’image SVG.`));
    }, "image/png");
  });
}

async function read(url: URL): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} : attendu un fichier, reçu le code ${response.status}.`);
  return response.blob();
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(new Error("image : un fichier lisible était attendu.")));
    reader.readAsDataURL(blob);
  });
}
