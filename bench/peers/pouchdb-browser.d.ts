/** As much of PouchDB as the peer uses; its published types bring another Node's along. */
declare module 'pouchdb-browser' {
  interface Found<Row> {
    value?: { rev: string };
    doc?: Row;
  }
  export default class PouchDB<Row extends object> {
    constructor(name: string, options: { auto_compaction: boolean; revs_limit: number });
    bulkDocs(documents: readonly (Row & { _id: string; _rev?: string })[]): Promise<unknown>;
    allDocs(options: { keys: string[]; include_docs?: boolean }): Promise<{ rows: Found<Row>[] }>;
    get(id: string): Promise<Row>;
  }
}
