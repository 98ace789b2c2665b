import * as ReactDOM from 'react-dom';
import { createElement } from '../../../../dynamics/MicrosoftSection/components/create-element.ts';
import type { GalleryBoot } from './boot.ts';
import { Gallery } from './Gallery.tsx';

const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as GalleryBoot;
ReactDOM.render(<Gallery boot={boot} />, document.getElementById('app'));
