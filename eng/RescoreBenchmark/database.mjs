// Runs SQL in an in-memory DuckDB: reads one JSON string a line, answers with one line. Times are what the database itself takes, and what its threads used of the processor.
import { DuckDBInstance } from '@duckdb/node-api';
import { createInterface } from 'node:readline';

const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[2] });
const connection = await instance.connect();
const number = (value) => Number(value ?? 0);

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const statement = await connection.prepare(JSON.parse(line));
    const used = process.cpuUsage();
    const start = process.hrtime.bigint();
    const reader = await statement.runAndReadAll();
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    const { user, system } = process.cpuUsage(used);
    console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1e3, row: (reader.getRows()[0] ?? []).map(number) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
