import { Adapter } from '../../../lds/adapter.ts';
import { call } from '../../../lds/http.ts';

type ObjectName = string | { readonly objectApiName: string };
type FieldName = string | { readonly objectApiName: string; readonly fieldApiName: string };

/** Metadata hardly changes while a page is open: each answer is kept. */
const kept = new Map<string, Promise<unknown>>();

abstract class Metadata<Config extends object> extends Adapter<Config> {
  #path: string | null = null;

  protected started(config: Partial<Config>): void {
    const path = this.pathOf(config);
    this.#path = path;
    if (path === null) return;
    const reading = kept.get(path) ?? call('GET', path);
    kept.set(path, reading);
    reading.then(
      (data) => this.#path === path && this.emit({ data, error: undefined }),
      (error: unknown) => {
        kept.delete(path);
        if (this.#path === path) this.emit({ data: undefined, error });
      },
    );
  }

  protected stopped(): void {
    this.#path = null;
  }

  protected abstract pathOf(config: Partial<Config>): string | null;
}

const nameOf = (object: ObjectName): string => (typeof object === 'string' ? object : object.objectApiName);

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-object-info.html */
export class getObjectInfo extends Metadata<{ readonly objectApiName: ObjectName }> {
  protected pathOf({ objectApiName }: { readonly objectApiName?: ObjectName }): string | null {
    return objectApiName === undefined ? null : `/ui-api/object-info/${nameOf(objectApiName)}`;
  }
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-picklist-values.html */
export class getPicklistValues extends Metadata<{ readonly recordTypeId: string; readonly fieldApiName: FieldName }> {
  protected pathOf({
    recordTypeId,
    fieldApiName,
  }: {
    readonly recordTypeId?: string;
    readonly fieldApiName?: FieldName;
  }) {
    if (recordTypeId === undefined || fieldApiName === undefined) return null;
    const qualified =
      typeof fieldApiName === 'string' ? fieldApiName : `${fieldApiName.objectApiName}.${fieldApiName.fieldApiName}`;
    const [objectName = '', field = ''] = qualified.split('.');
    return `/ui-api/object-info/${objectName}/picklist-values/${recordTypeId}/${field}`;
  }
}

export class getPicklistValuesByRecordType extends Metadata<{
  readonly objectApiName: ObjectName;
  readonly recordTypeId: string;
}> {
  protected pathOf({
    objectApiName,
    recordTypeId,
  }: {
    readonly objectApiName?: ObjectName;
    readonly recordTypeId?: string;
  }) {
    if (recordTypeId === undefined || objectApiName === undefined) return null;
    return `/ui-api/object-info/${nameOf(objectApiName)}/picklist-values/${recordTypeId}`;
  }
}
