import { configure } from '@testing-library/react';

// Looking for roles in a drawn form takes its time on a busy machine; what is waited for still comes as soon as it can.
configure({ asyncUtilTimeout: 10_000 });
