import { configure } from '@testing-library/react';

// Looking for roles in a drawn form takes its time on a busy machine; what is waited for still comes as soon as it can.
configure({
  asyncUtilTimeout: 10_000,
  // Whether something is hidden by a style is worked out from every rule of Fluent's for every element, which takes most of the time. What is
  // hidden from assistive technology is axe's and the browser tests' matter.
  defaultHidden: true,
});
