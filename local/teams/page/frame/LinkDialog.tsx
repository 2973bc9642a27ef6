import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';

interface LinkDialogProps {
  readonly link: { readonly label: string | undefined; readonly url: string };
  readonly onClose: () => void;
}

/** What Teams shows for `pages.shareDeepLink`: the link, to be copied. */
export const LinkDialog = ({ link, onClose }: LinkDialogProps) => {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{link.label ?? 'Link to this page'}</DialogTitle>
          <DialogContent>
            <Field label="Link" validationMessage={copied ? 'Copied' : undefined} validationState="success">
              <Input readOnly value={link.url} onFocus={(event) => event.currentTarget.select()} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
            <Button
              appearance="primary"
              onClick={() => void navigator.clipboard.writeText(link.url).then(() => setCopied(true))}
            >
              Copy
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
