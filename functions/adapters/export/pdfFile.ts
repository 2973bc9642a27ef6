import regular from '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff';
import bold from '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { sfntOfWoff } from './sfnt';

/** DejaVu Sans has every symbol of the levels. Named as the files name themselves: rotated headings find it by that. */
export const family = 'DejaVuSans';
const fonts = { [family]: { normal: 'DejaVuSans', bold: 'DejaVuSans-Bold' } };

pdfmake.virtualfs.writeFileSync(fonts[family].normal, sfntOfWoff(regular));
pdfmake.virtualfs.writeFileSync(fonts[family].bold, sfntOfWoff(bold));
pdfmake.setFonts(fonts);
// Nothing of what people wrote may make it open a file or an address.
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.setUrlAccessPolicy(() => false);

/** The bytes of a document. */
export const bytesOfPdf = async (definition: TDocumentDefinitions): Promise<Uint8Array> =>
  pdfmake.createPdf(definition).getBuffer();
