import indicators from "../indicators/index.js";
import {atelierPage} from "./atelier-page.js";

console.log(
  atelierPage(indicators, [
    {id: "administration", name: "Administration"},
    {id: "entreprises", name: "Entreprises"},
    {id: "associations", name: "Associations"},
    {id: "volontaires", name: "Volontaires du climat"}
  ])
);
