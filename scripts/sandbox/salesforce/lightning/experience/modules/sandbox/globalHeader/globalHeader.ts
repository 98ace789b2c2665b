import { LightningElement } from 'lwc';
import { page } from '../../../page.ts';

const LANGUAGES = [
  { code: 'en', label: 'English' },
  { code: 'ja', label: '日本語' },
  { code: 'zh-CN', label: '简体中文' },
];

/** The bars that Lightning Experience has on every page, and who looks: to try out what others see. */
export default class GlobalHeader extends LightningElement {
  user = page.user;

  get listAddress(): string {
    return `/lightning/o/Opportunity/list${location.search}`;
  }

  get people() {
    return page.people.map(({ clientId, name, does }) => ({
      clientId,
      label: `${name} (${does})`,
      checked: clientId === page.user.clientId,
    }));
  }

  get languages() {
    return LANGUAGES.map((language) => ({ ...language, checked: language.code === page.i18n.lang }));
  }

  get initials(): string {
    return this.user.name.replaceAll(/(\S)\S*\s*/g, '$1');
  }

  choosePerson(event: CustomEvent<{ value: string }>): void {
    open('user', event.detail.value);
  }

  chooseLanguage(event: CustomEvent<{ value: string }>): void {
    open('lang', event.detail.value);
  }
}

function open(parameter: string, value: string): void {
  const query = new URLSearchParams(location.search);
  query.set(parameter, value);
  location.search = query.toString();
}
