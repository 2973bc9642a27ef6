/** A file as the server made and named it. */
export interface TakenFile {
  readonly name: string;
  readonly content: Blob;
}

/** The name that a `Content-Disposition` gives (RFC 6266, `filename*`); a plain one where it gives none. */
export const nameFrom = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  try {
    return encoded ? decodeURIComponent(encoded) : 'Assured export';
  } catch {
    return 'Assured export';
  }
};

export const fileFrom = async (response: Response): Promise<TakenFile> => ({
  name: nameFrom(response.headers.get('content-disposition')),
  content: await response.blob(),
});
