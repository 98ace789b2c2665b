import { describeSection } from '../../shared/section/describe/describe-section.ts';
import { sectionStates, troubleStates } from '../../shared/section/testkit/states.ts';
import texts from '../../shared/section/texts/en.json';

const FORMATS = { locale: 'en-US', timeZone: 'UTC' };

/** Views of every state of the checklist, and of ten things that go wrong, in English. */
export const VIEWS = Object.entries({ ...sectionStates('salesforce'), ...troubleStates('salesforce') }).map(
  ([name, state]) => [name, describeSection(state, texts, FORMATS)],
);

/** The view of one state. */
export function viewOf(name) {
  return new Map(VIEWS).get(name);
}
