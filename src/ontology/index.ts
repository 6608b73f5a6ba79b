export * from "./ontology.ts";
