/** A custom label in the person's language. */
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}
