import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  DismissRegular,
  DocumentPdfRegular,
  PrintRegular,
  TableRegular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { ExportFormat } from '../../shared/schema/exporting';
import type { TakenFile } from '../api/takenFile';
import { useTeams } from '../app/TeamsProvider';
import css from './DownloadMenu.module.css';
import { ProblemNotice } from './ProblemNotice';
import { useDownload } from './useDownload';

interface DownloadMenuProps {
  /** 'the matrix', 'this review'. */
  readonly what: string;
  readonly take: (format: ExportFormat) => Promise<TakenFile>;
}

type Downloading = ReturnType<typeof useDownload>;

const Outcome = ({ what, download, start, dismiss }: Downloading & { what: string }) => {
  if (download.state === 'failed')
    return (
      <div className={css.outcome}>
        <ProblemNotice
          problem={download.problem}
          title={`${what.charAt(0).toUpperCase()}${what.slice(1)} was not downloaded.`}
          onTryAgain={download.problem.mayTryAgain ? () => void start(download.format) : undefined}
        />
      </div>
    );
  if (download.state !== 'ready') return null;
  return (
    <p className={css.ready}>
      <span>
        Ready. If it was not saved by itself:{' '}
        <a className={css.file} href={download.address} download={download.name}>
          save {download.name}
        </a>
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label="Close this note"
        onClick={dismiss}
      />
    </p>
  );
};

/** On phones and tablets the Teams app saves no files and prints nothing: better said than tried in vain. */
const OnMobile = ({ what }: Pick<DownloadMenuProps, 'what'>) => {
  const [told, setTold] = useState(false);
  return (
    <>
      <Button
        icon={<ArrowDownloadRegular />}
        aria-expanded={told}
        onClick={() => {
          setTold(!told);
        }}
      >
        Download
      </Button>
      {told && (
        <p className={css.ready} role="status">
          The Teams app on phones and tablets cannot save files or print. Open {what} in Teams on a computer, in the app
          or in a browser, to download it.
        </p>
      )}
    </>
  );
};

/** Prints after the menu has closed, and outside React's own work, because the page draws itself anew for paper. */
const usePrintOrder = (): (() => void) => {
  const [ordered, setOrdered] = useState(0);
  useEffect(() => {
    if (ordered > 0)
      queueMicrotask(() => {
        window.print();
      });
  }, [ordered]);
  return () => {
    setOrdered((times) => times + 1);
  };
};

const OnComputer = ({ what, take }: DownloadMenuProps) => {
  const hasLittleRoom = useTeams().context.place === 'sidePanel';
  const downloading = useDownload(take);
  const { start, download } = downloading;
  const print = usePrintOrder();
  const busy = download.state === 'busy';
  const label = busy ? 'Preparing…' : 'Download';
  return (
    <>
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          {hasLittleRoom ? (
            <Button icon={<ArrowDownloadRegular />} disabledFocusable={busy} aria-label={label} title={label} />
          ) : (
            <Button icon={<ArrowDownloadRegular />} disabledFocusable={busy}>
              {label}
            </Button>
          )}
        </MenuTrigger>
        <MenuPopover className={css.menu}>
          <MenuList>
            <MenuItem icon={<TableRegular />} onClick={() => void start('excel')}>
              Excel
            </MenuItem>
            <MenuItem icon={<DocumentPdfRegular />} onClick={() => void start('pdf')}>
              PDF
            </MenuItem>
            <MenuItem icon={<PrintRegular />} onClick={print}>
              Print
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Outcome what={what} {...downloading} />
    </>
  );
};

/** Takes away what the page shows: as a workbook, as a document, or on paper. */
export const DownloadMenu = (props: DownloadMenuProps) =>
  useTeams().context.mobile ? <OnMobile what={props.what} /> : <OnComputer {...props} />;
