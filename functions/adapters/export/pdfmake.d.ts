import 'pdfmake';

declare module 'pdfmake' {
  /** Files in memory, where it looks for fonts before anywhere else; its published types leave it out for Node. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}
