export { CosellError, asCosellError } from "./errors/index.ts"; export * from "./mapping/choices.ts";
