import type { MatrixSheet, ReviewSheet } from '../../../shared/domain/exports/sheet';
import { bytesOfPdf } from './pdfFile';
import { pdfOfMatrix } from './pdfMatrix';
import { pdfOfReview } from './pdfReview';

/** A sheet as a PDF document. */
export const writePdf = async (sheet: MatrixSheet | ReviewSheet): Promise<Uint8Array> =>
  bytesOfPdf(sheet.kind === 'matrix' ? pdfOfMatrix(sheet) : pdfOfReview(sheet));
