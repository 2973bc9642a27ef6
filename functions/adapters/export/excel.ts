import writeExcelFile from 'write-excel-file/node';
import type { MatrixSheet, ReviewSheet } from '../../../shared/domain/exports/sheet';
import { excelOfMatrix } from './excelMatrix';
import { excelOfReview } from './excelReview';

/** A sheet as a workbook. */
export const writeExcel = async (sheet: MatrixSheet | ReviewSheet): Promise<Uint8Array> =>
  writeExcelFile(sheet.kind === 'matrix' ? excelOfMatrix(sheet) : excelOfReview(sheet)).toBuffer();
