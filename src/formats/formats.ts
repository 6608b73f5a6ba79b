/** The registry: every file format of maek, by its name. A new format is a file beside this one, and a line here. */
import { gexf } from "./gexf.ts";
import { json } from "./json.ts";

export const formats = { json, gexf };
