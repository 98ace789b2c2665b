import { runInThisContext } from 'node:vm';
import shortForms from './short-forms.ts';

/** What a script answers, as it is written and in its short form. */
function answers(script: string): unknown {
  const run = (code: string): unknown => runInThisContext(`(() => { ${code}; return answer(); })()`);
  const before = run(script);
  expect(run(shortForms(script))).toEqual(before);
  return before;
}

describe('short forms', () => {
  it('are arrows and `let`', () => {
    expect(shortForms('const a = 1;\nasync function f(b) { return a + b; }')).toBe(
      'let f = async b => {\n  return a + b;\n};\nlet a = 1;',
    );
  });

  it('can be called from before they are written, in blocks as well', () => {
    expect(
      answers(`const early = twice(2);
        function twice(n) { if (n > 0) { const half = inner(n); return half * 4; function inner(m) { return m / 2; } } }
        function answer() { return early; }`),
    ).toBe(4);
  });

  it('leave alone what has a `this` or `arguments` of its own, and generators', () => {
    expect(
      answers(`function Thing() { this.size = arguments.length; }
        function* numbers() { yield 1; yield 2; }
        function answer() { return [new Thing(1, 2).size, ...numbers()]; }`),
    ).toEqual([2, 1, 2]);
  });

  it('keep what is exported, above what uses it', () => {
    expect(shortForms('const a = f();\nexport function f() { return 1; }')).toBe(
      'export let f = () => {\n  return 1;\n};\nlet a = f();',
    );
  });
});
