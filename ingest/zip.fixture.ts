import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  path: string;
  content: string | Uint8Array;
  /** Mode of the file on Unix; 0o120777 is a symbolic link. */
  mode?: number;
  /** What the directory says the file unpacks to, when that is a lie. */
  claims?: number;
  isEncrypted?: boolean;
};

/** A ZIP archive of these parts, for tests: as a good packer writes it, or as a bad one would. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.path);
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const sizes = { crc: crc32(content), packed: packed.length, unpacked: part.claims ?? content.length };
    const flags = 0x800 | (part.isEncrypted ? 1 : 0);
    const head = Buffer.alloc(30);
    head.write('PK\x03\x04', 'latin1');
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(sizes.crc, 14);
    head.writeUInt32LE(sizes.packed, 18);
    head.writeUInt32LE(sizes.unpacked, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(0x0314, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(sizes.crc, 16);
    entry.writeUInt32LE(sizes.packed, 20);
    entry.writeUInt32LE(sizes.unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    local.push(head, name, packed);
    central.push(entry, name);
    offset += head.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
