/** The one stylesheet of all the stand-ins' pages. Colours keep a contrast of at least 4.5:1 (WCAG 2.2 AA). */
export const STYLESHEET = `
:root { color-scheme: light; --ink: #242424; --soft: #5c5c5c; --line: #d6d6d6; --brand: #0f5ea8; --page: #f5f5f5; --card: #fff; --good: #0b6a0b; --bad: #a4262c; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.45 'Segoe UI', system-ui, -apple-system, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { font-size: 1.5rem; font-weight: 600; margin: .75rem 0 1rem; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 0 0 .75rem; }
h3 { font-size: 1rem; font-weight: 600; margin: 1rem 0 .5rem; }
a { color: var(--brand); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: .5rem; top: .5rem; background: var(--card); padding: .5rem; z-index: 1; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; padding: .6rem 1.25rem; background: var(--brand); color: #fff; }
.bar a { color: #fff; margin-inline-end: .75rem; }
.bar .system { font-weight: 600; }
.bar .tag { background: #fff; color: var(--brand); }
.tag { display: inline-block; padding: 0 .5rem; border-radius: 1rem; border: 1px solid var(--line); font-size: .85em; white-space: nowrap; }
.tag.good { color: var(--good); border-color: var(--good); }
.tag.bad { color: var(--bad); border-color: var(--bad); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem; margin-block-end: 1rem; }
.columns { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); align-items: start; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .45rem .6rem; border-block-end: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; }
td.date { white-space: nowrap; }
td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(6rem, 11rem) minmax(0, 1fr); gap: .3rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
form .field { margin-block-end: .75rem; }
label { display: block; font-weight: 600; margin-block-end: .2rem; }
label.check { font-weight: 400; }
label .hint, .hint { color: var(--soft); font-weight: 400; }
input:not([type='checkbox']), select, textarea { width: 100%; max-width: 36rem; padding: .4rem .5rem; border: 1px solid #767676; border-radius: 4px; font: inherit; color: inherit; background: #fff; }
textarea { min-height: 5rem; }
button, .button { display: inline-block; padding: .4rem .9rem; min-height: 2rem; border: 1px solid var(--brand); border-radius: 4px; background: var(--brand); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button.plain, .button.plain { background: #fff; color: var(--brand); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
.message { padding: .6rem .9rem; border-radius: 4px; border: 1px solid; border-inline-start-width: 4px; background: var(--card); margin-block-end: 1rem; white-space: pre-line; }
.message.error { border-color: var(--bad); color: var(--bad); }
.message.done { border-color: var(--good); color: var(--good); }
`;
