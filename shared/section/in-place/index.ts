export { createSectionController, type SectionOptions } from './controller.ts';
export { fromDynamics } from './dynamics-errors.ts';
export { PortError, problemOf } from './port-error.ts';
export { requestRefusal, syncRefusal, type Refusal } from './refusals.ts';
export { fromSalesforce } from './salesforce-errors.ts';
