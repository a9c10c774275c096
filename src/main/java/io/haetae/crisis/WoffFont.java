package io.haetae.crisis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a WOFF 1.0 font (W3C recommendation of 2012) to the TrueType file inside: the same tables, each inflated. The
 * fonts of the design system come packed so, and a PDF needs them plain.
 */
final class WoffFont {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int PLAIN_HEADER = 12;
    private static final int PLAIN_ENTRY = 16;

    private WoffFont() {}

    /** A file among the resources. */
    static byte[] bytes(String name) {
        try (InputStream file = WoffFont.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The TrueType file in a packed font. */
    static byte[] unpack(byte[] woff) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (in.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("no WOFF font");
        }
        int tables = in.getShort(12);
        int size = PLAIN_HEADER + PLAIN_ENTRY * tables;
        for (int i = 0; i < tables; i++) {
            size += aligned(in.getInt(HEADER + ENTRY * i + 12));
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        header(in.getInt(4), tables, out);
        int offset = PLAIN_HEADER + PLAIN_ENTRY * tables;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + ENTRY * i;
            int length = in.getInt(entry + 12);
            byte[] table = table(woff, in.getInt(entry + 4), in.getInt(entry + 8), length);
            out.putInt(in.getInt(entry))
                    .putInt(in.getInt(entry + 16))
                    .putInt(offset)
                    .putInt(length);
            out.put(offset, table);
            offset += aligned(length);
        }
        return out.array();
    }

    private static void header(int flavour, int tables, ByteBuffer out) {
        int power = Integer.highestOneBit(tables);
        out.putInt(flavour)
                .putShort((short) tables)
                .putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) (tables * 16 - power * 16));
    }

    /** A table is deflated unless that would have made it longer. */
    private static byte[] table(byte[] woff, int offset, int packedLength, int length) {
        byte[] table = new byte[length];
        if (packedLength == length) {
            System.arraycopy(woff, offset, table, 0, length);
            return table;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(woff, offset, packedLength);
            if (inflater.inflate(table) != length) {
                throw new IllegalArgumentException("a table of the font is cut off");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a table of the font cannot be read", e);
        } finally {
            inflater.end();
        }
    }

    private static int aligned(int length) {
        return (length + 3) / 4 * 4;
    }
}
