/** Custom labels in English: the platform's own stand-in for them is the label's name. */
export { default as TEXTS } from '../../shared/section/texts/en.json';
