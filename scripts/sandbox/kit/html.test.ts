import { html } from './html.ts';

describe('html', () => {
  it('escapes text and attributes, joins lists, keeps markup of its own, and drops what is empty', () => {
    const items = ['<b>', 2, null, undefined, false, html`<i>${"'x'"}</i>`];
    expect(html`<p title="${'"&"'}">${items}</p>`.text).toBe(
      '<p title="&quot;&amp;&quot;">&lt;b&gt;2<i>&#39;x&#39;</i></p>',
    );
  });
});
