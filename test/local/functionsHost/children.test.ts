import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runChild, startChild } from '../../../local/childProcess';
import { readCommand } from '../../../local/commandLine';
import { assertPortsFree } from '../../../local/ports';
import { inProject, projectRoot } from '../../../local/projectRoot';
import { portsFrom } from '../../../local/settings';
import { eventually, removeFolder, temporaryFolder } from './runningHost';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

const script = async (name: string, source: string): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, source);
  return file;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a child', () => {
  it('that fails is reported with its last lines', async () => {
    const failing = await script('failing.cjs', `console.error('the reason'); process.exitCode = 3;`);
    await expect(runChild({ name: 'The example', args: [failing] })).rejects.toThrow(
      'The example failed (code 3).\nthe reason',
    );
  });

  it('ends by itself when it has nothing left to do, and sees only what it is given', async () => {
    process.env.HTTPS_PROXY = 'http://proxy.example';
    const seeing = await script('seeing.cjs', `console.log(process.env.HTTPS_PROXY, process.env.OWN, process.env.TZ);`);
    const child = startChild({ name: 'seeing', args: [seeing], environment: { OWN: 'given' } });
    delete process.env.HTTPS_PROXY;
    expect(await child.ended).toEqual({ code: 0, signal: null });
    expect(child.lastLines()).toBe('undefined given UTC');
    expect(child.running).toBe(false);
  });

  it('is ended by force when it will not end', async () => {
    const stubborn = await script(
      'stubborn.cjs',
      `process.on('SIGTERM', () => console.log('no')); setInterval(() => {}, 1000); console.log('up');`,
    );
    const child = startChild({ name: 'stubborn', args: [stubborn], patience: 300 });
    await eventually(
      async () => child.lastLines(),
      (lines) => lines.includes('up'),
    );
    await child.stop();
    expect(await child.ended).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('does not outlive a parent that was killed', async () => {
    const pidFile = path.join(folder, 'pid');
    const lasting = await script(
      'lasting.cjs',
      `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    const parent = await script(
      'parent.mts',
      `import { startChild } from ${JSON.stringify(inProject('local', 'childProcess'))};
       startChild({ name: 'lasting', args: [${JSON.stringify(lasting)}] });`,
    );
    const running = spawn(process.execPath, ['--import', 'tsx', parent], { cwd: projectRoot, stdio: 'ignore' });
    const readPid = async () => Number(await readFile(pidFile, 'utf8').catch(() => '0'));
    const pid = await eventually(readPid, (found) => found > 0);
    expect(isAlive(pid)).toBe(true);
    running.kill('SIGKILL');
    await eventually(
      async () => isAlive(pid),
      (alive) => !alive,
    );
  });
});

describe('the ports', () => {
  it('are checked before anything starts, and the first taken one is explained', async () => {
    const ports = portsFrom(6280);
    await assertPortsFree(ports);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(ports.queue, '127.0.0.1', resolve));
    await expect(assertPortsFree(ports)).rejects.toThrow(
      'Port 6284 is in use by another program. Assured needs it for storage (queues). ' +
        'Choose the first of six free ports: npm start -- --port 6380, or set ASSURED_PORT.',
    );
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('the command line', () => {
  it('has defaults', () => {
    const { ports, dataDir, reset, framework } = readCommand([], {});
    expect([ports.page, dataDir, reset]).toEqual([5300, inProject('.local', framework), false]);
  });

  it('takes the port from the environment, the argument first, and the folder from where it was typed', () => {
    const environment = { ASSURED_PORT: '6000', INIT_CWD: '/somewhere' };
    expect(readCommand([], environment).ports.page).toBe(6000);
    const command = readCommand(['--port', '7000', '--data', 'here', '--reset'], environment);
    expect(command).toMatchObject({ dataDir: path.resolve('/somewhere', 'here'), reset: true });
    expect(command.ports).toEqual(portsFrom(7000));
  });

  it.each([['--port', '80'], ['--port', 'many'], ['--port', '65531'], ['--unknown']])('refuses %s %s', (...args) => {
    expect(() => readCommand(args, {})).toThrow();
  });
});
