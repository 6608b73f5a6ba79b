/** Starts the viewer: theme, graph, address; then the page. */
import "./no-eval.ts";
import "./styles/tokens.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/article.css";
import "./styles/table.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { fetchGraph, readAddress } from "./state/store.ts";
import { followTheme } from "./state/theme.ts";

followTheme();
addEventListener("popstate", readAddress);
addEventListener("hashchange", readAddress);
const root = document.getElementById("app");
if (root) render(<App />, root);
void fetchGraph();
