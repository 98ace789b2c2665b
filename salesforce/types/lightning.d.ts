/** The platform's modules as far as our components use them; Salesforce ships no declarations for these. */
declare module 'lightning/uiRecordApi' {
  export interface FieldValueRepresentation {
    readonly value: string | number | boolean | null;
    readonly displayValue: string | null;
  }
  export interface RecordRepresentation {
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  }
  export interface WireResult<T> {
    readonly data?: T;
    readonly error?: unknown;
  }
  export const getRecord: import('lwc').WireAdapterConstructor<
    { recordId?: string; fields: string[] },
    WireResult<RecordRepresentation>
  >;
}
