import { checkColumn, documentColumn } from './columns';

/** Graph's own largest page; with documents fewer, to keep an answer to a few megabytes. */
const pageSize = { withDocument: 500, withoutDocument: 5000 };
const facts = '$select=id,eTag,lastModifiedDateTime';

/** Which columns are read with an item, and its check. */
export const expand = (columns: readonly string[], withDocument: boolean): string =>
  `$expand=fields($select=${[...columns, checkColumn.name, ...(withDocument ? [documentColumn.name] : [])].join(',')})`;

/** The first page of all items of a list. */
export const pageAddress = (list: string, columns: readonly string[], withDocument: boolean): string => {
  const top = withDocument ? pageSize.withDocument : pageSize.withoutDocument;
  return `${list}/items?$top=${top}&${facts}&${expand(columns, withDocument)}`;
};

/** One item, to be written; to be read, what is asked for comes behind. */
export const itemAddress = (list: string, itemId: string): string => `${list}/items/${encodeURIComponent(itemId)}`;

/** One item with its document, fresh from the source. */
export const wholeItemAddress = (list: string, itemId: string, columns: readonly string[]): string =>
  `${itemAddress(list, itemId)}?${facts}&${expand(columns, true)}`;
