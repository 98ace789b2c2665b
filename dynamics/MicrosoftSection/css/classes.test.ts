import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const COMPONENTS = path.resolve(__dirname, '../components');

const classesIn = (text: string): string[] => [...new Set(text.match(/\bcosell-\w+(?=["\s,.)])/g))].sort();

const css = readFileSync(path.join(__dirname, 'MicrosoftSection.css'), 'utf8').replace(/\/\*.*?\*\//gs, '');
const drawn = readdirSync(COMPONENTS)
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  .flatMap((file) => readFileSync(path.join(COMPONENTS, file), 'utf8').match(/className="[^"]*"/g) ?? []);

describe('the style sheet', () => {
  it('has the classes that are drawn, and no others', () => {
    expect(classesIn(css)).toEqual(classesIn(drawn.join(' ')));
  });

  it('touches nothing outside of the section', () => {
    const selectors = css.match(/[^{}]+(?=\{)/g) ?? [];
    const ours =
      /^\s*(:is\(\.cosell-section, \.cosell-dialog\)|\.cosell-(section|dialog)|div\.cosell-dialog|\.Cosell\\\.MicrosoftSection)(\s|$)/;
    expect(selectors.length).toBeGreaterThan(10);
    expect(selectors.filter((selector) => !ours.test(selector))).toEqual([]);
  });

  it('knows no left and right', () => {
    expect(css).not.toMatch(/\b(left|right)\b/);
  });
});
