import { readPlaygroundCommand, usage } from '../../../local/playground/commandLine';
import { seatNames } from '../../../local/playground/seats';

it('shows the head teacher’s chat unasked, on seven ports in a row and in a folder of its own', () => {
  const command = readPlaygroundCommand([]);
  expect(command).toMatchObject({ seat: 'head', playgroundPort: 5406, help: false });
  expect(command.ports).toMatchObject({ page: 5400, table: 5405 });
  expect(command.dataDir).toMatch(/\.local.playground$/);
});

it.each(seatNames)('knows the seat “%s”, which stands in the help', (seat) => {
  expect(readPlaygroundCommand(['--as', seat]).seat).toBe(seat);
  expect(usage).toContain(seat);
});

it.each(['', 'CEO', 'governor', 'toString'])('refuses the seat “%s”, with those there are', (seat) =>
  expect(() => readPlaygroundCommand(['--as', seat])).toThrow(
    `The Playground has no seat for "${seat}". Choose one of: head, director, ceo, board, administrator, finance.`,
  ),
);

it('takes the port that it is given, and no other thing for one', () => {
  expect(readPlaygroundCommand(['--port', '65529'])).toMatchObject({ ports: { page: 65_529 }, playgroundPort: 65_535 });
  for (const port of ['65530', '80', 'x'])
    expect(() => readPlaygroundCommand(['--port', port])).toThrow(`"${port}" is no port to start at`);
});
