export { loadParser, type Parse, type Parser } from "./parser.ts";
