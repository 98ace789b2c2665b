import { LightningElement } from 'lwc';

export default class GalleryPage extends LightningElement {}
