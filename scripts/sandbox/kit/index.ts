export { Html, type HtmlValue, html } from './html.ts';
export { type Page, sendPage } from './pages.ts';
export { isSameOrigin } from './same-origin.ts';
export { type StandIn, createStandIn } from './stand-in.ts';
export type { RequestLogEntry } from './request-log.ts';
export type { Tokens } from './tokens.ts';
export { type BooleanTree, groupConditions } from './odata-boolean.ts';
export { addEntra } from './entra.ts';
export { type RefreshTokens, createRefreshTokens } from './refresh-tokens.ts';
