import {
  Button,
  FluentProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  teamsLightTheme,
} from '@fluentui/react-components';
import { app, authentication } from '@microsoft/teams-js';
import { createRoot } from 'react-dom/client';

/** The least that a tab of this kind can be: React, Fluent's provider, a table, a button, teams-js. Nothing of ours. */
const Bare = () => (
  <FluentProvider theme={teamsLightTheme}>
    <Button>Read again</Button>
    <Table aria-label="Levels">
      <TableHeader>
        <TableRow>
          <TableHeaderCell>Academy</TableHeaderCell>
          <TableHeaderCell>Attendance</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        <TableRow>
          <TableCell>Rowan Academy</TableCell>
          <TableCell data-place="0:1">Good</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  </FluentProvider>
);

const start = async (): Promise<void> => {
  await app.initialize();
  await app.getContext();
  await authentication.getAuthToken();
  void app.notifySuccess();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Bare />);
};

void start();
