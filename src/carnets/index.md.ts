import {indexPage} from "./index-page.js";
import {notebookNamed} from "./make-pages.js";
import {publishedNotebooks} from "./published.js";

console.log(indexPage(publishedNotebooks.map((name) => ({name, notebook: notebookNamed(name)}))));
