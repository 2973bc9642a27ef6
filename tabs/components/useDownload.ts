import { useEffect, useState } from 'react';
import { asProblem, type ApiProblem } from '../api/problem';
import type { TakenFile } from '../api/takenFile';
import type { ExportFormat } from '../../shared/schema/exporting';
import { useAnnounce } from './Announcer';

type Download =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly format: ExportFormat }
  | { readonly state: 'failed'; readonly format: ExportFormat; readonly problem: ApiProblem }
  | { readonly state: 'ready'; readonly name: string; readonly address: string };

/** Saves as if the person had followed a link to it. */
const save = ({ name, address }: { readonly name: string; readonly address: string }): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
};

/**
 * Fetches a file and saves it. Where Teams lets nothing but a person's own click save a second one, the address of the
 * file stays good for that click until another file is asked for or the page goes.
 */
export const useDownload = (take: (format: ExportFormat) => Promise<TakenFile>) => {
  const announce = useAnnounce();
  const [download, setDownload] = useState<Download>({ state: 'idle' });
  const address = download.state === 'ready' ? download.address : undefined;
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address);
    },
    [address],
  );
  const start = async (format: ExportFormat): Promise<void> => {
    setDownload({ state: 'busy', format });
    announce('Preparing the file');
    try {
      const { name, content } = await take(format);
      const ready = { name, address: URL.createObjectURL(content) };
      setDownload({ state: 'ready', ...ready });
      save(ready);
      announce(`${name} is ready`);
    } catch (error) {
      setDownload({ state: 'failed', format, problem: asProblem(error) });
    }
  };
  return {
    download,
    start,
    dismiss: () => {
      setDownload({ state: 'idle' });
    },
  };
};
