import { createElement } from 'lwc';
import RecordPage from './modules/sandbox/recordPage/recordPage.ts';

document.body.append(createElement('sandbox-record-page', { is: RecordPage }));
