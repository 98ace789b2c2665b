import { createElement } from 'lwc';
import GalleryPage from './modules/sandbox/galleryPage/galleryPage.ts';

document.body.append(createElement('sandbox-gallery-page', { is: GalleryPage }));
