export * from './contract/index.ts';
export { describeSection } from './describe/describe-section.ts';
