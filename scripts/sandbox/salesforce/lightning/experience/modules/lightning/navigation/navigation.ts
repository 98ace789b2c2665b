import type { LightningElement } from 'lwc';
import { Adapter } from '../../../lds/adapter.ts';
import { page } from '../../../page.ts';

interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

type Constructor = new (...parameters: never[]) => LightningElement;

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Where links of this page lead, with the person, language and direction that the page was opened with. */
export function addressOf({ type, attributes }: PageReference): string | null {
  const { recordId, objectApiName = 'Opportunity', actionName = 'view', url } = attributes;
  if (type === 'standard__webPage') return url ?? null;
  if (type === 'standard__recordPage' && recordId !== undefined) {
    const query = new URLSearchParams(location.search);
    query.delete('edit');
    if (actionName === 'edit') query.set('edit', '');
    const search = query.toString();
    return `/lightning/r/${objectApiName}/${recordId}/view${search === '' ? '' : `?${search}`}`;
  }
  if (type === 'standard__objectPage') return `/lightning/o/${objectApiName}/list${location.search}`;
  return null;
}

function navigate(reference: PageReference, replace: boolean): void {
  const { recordId, actionName } = reference.attributes;
  if (actionName === 'edit' && recordId === page.record?.recordId) {
    window.dispatchEvent(new CustomEvent('sandbox__edit'));
    return;
  }
  const address = addressOf(reference);
  if (address === null) throw new TypeError(`The sandbox does not know pages of type ${reference.type}.`);
  if (reference.type === 'standard__webPage') window.open(address, '_blank', 'noopener');
  else if (replace) location.replace(address);
  else location.assign(address);
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate-basic.html */
export function NavigationMixin<Base extends Constructor>(base: Base) {
  return class extends (base as Constructor) {
    [Navigate](reference: PageReference, replace = false): void {
      navigate(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(addressOf(reference) ?? '');
    }
  };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export class CurrentPageReference extends Adapter<object> {
  protected started(): void {
    const { objectApiName, recordId } = page.record ?? {};
    this.emit({ type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName: 'view' }, state: {} });
  }

  protected stopped(): void {
    // Nothing is read: the page stays what it is.
  }
}
