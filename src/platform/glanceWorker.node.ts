import { parentPort } from 'node:worker_threads';
import { glanceAt } from './glance.node';
import type { Asked } from './glanceThread.node';

// The thread of `GlanceThread`: for each question of it one answer, in order.
parentPort?.on('message', ({ root, files, limit, sought }: Asked) => {
  parentPort?.postMessage(
    files.map((file) => {
      const glanced = glanceAt(root, file, limit, sought);
      return glanced?.kind === 'nothing' ? glanced.bytes : -1;
    }),
  );
});
