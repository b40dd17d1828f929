/** Finds where responses end in the bytes of a keep-alive connection: just enough of HTTP/1.1 to count answers. */
export class ResponseReader {
  #held: Buffer = Buffer.alloc(0);
  #bodyLeft = 0;
  #inBody = false;
  #status = 0;
  #closes = false;

  /**
   * Takes what arrived; tells of every response that ended with it. `closes` says the server ends the connection.
   * @throws on a response without a length: this reader is for one server, which always sends one
   */
  push(chunk: Buffer, ended: (status: number, closes: boolean) => void): void {
    let rest = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    for (;;) {
      if (!this.#inBody) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) break;
        this.#readHead(rest.toString('latin1', 0, end + 2));
        rest = rest.subarray(end + 4);
        this.#inBody = true;
      }
      const taken = Math.min(this.#bodyLeft, rest.length);
      this.#bodyLeft -= taken;
      rest = rest.subarray(taken);
      if (this.#bodyLeft > 0) break;
      this.#inBody = false;
      ended(this.#status, this.#closes);
      if (rest.length === 0) break;
    }
    this.#held = rest.length > 0 ? Buffer.from(rest) : rest;
  }

  #readHead(head: string): void {
    this.#status = Number(head.slice(9, 12));
    this.#closes = /\r\nconnection: close\r\n/i.test(head);
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1];
    if (length === undefined && this.#status !== 304 && this.#status !== 204)
      throw new Error(`a ${this.#status} response without Content-Length`);
    this.#bodyLeft = this.#status === 304 || this.#status === 204 ? 0 : Number(length);
  }
}
