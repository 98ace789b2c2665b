import * as React from 'react';
import * as ReactDOM from 'react-dom';
import type { GalleryBoot } from './boot.ts';
import { Gallery } from './Gallery.tsx';

const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as GalleryBoot;
ReactDOM.render(<Gallery boot={boot} />, document.getElementById('app'));
