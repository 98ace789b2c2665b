import * as React from 'react';
import * as ReactDOM from 'react-dom';
import type { FormBoot } from './boot.ts';
import { App } from './view/App.tsx';

const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as FormBoot;
ReactDOM.render(<App boot={boot} />, document.getElementById('app'));
