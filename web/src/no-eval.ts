/** Tells zod not to compile schemas by `new Function`: the page's policy forbids it. Imported before all else. */
import { config } from "zod";

config({ jitless: true });
