package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.territorydelta.model.Sha256;

/**
 * Reads a file of some format, plain or gzip, and hashes it on the way, the files that belong to it
 * behind it. Whatever is wrong with its bytes comes out as an {@link UnreadableFileException}.
 */
final class UnpackingReader implements FeatureReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final FormatBody body;

  UnpackingReader(FormatBody body) {
    this.body = body;
  }

  @Override
  public RawFile read(InputStream in) throws IOException {
    return read(in, Companions.NONE);
  }

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    var counted = new CountedStream(in);
    var digested = new DigestInputStream(counted, Sha256.digest());
    try {
      RawFile content = body.read(new Unclosed(unpacked(digested)), beside);
      // The hash is of the whole file, whatever follows what was read.
      digested.transferTo(OutputStream.nullOutputStream());
      long bytes = counted.bytes();
      for (String ending : Companions.ENDINGS) {
        byte[] more = beside.bytes(ending).orElse(new byte[0]);
        digested.getMessageDigest().update(more);
        bytes += more.length;
      }
      return content.of(Sha256.hex(digested.getMessageDigest()), bytes);
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException("not readable as JSON: " + JsonProblem.text(e), e);
    } catch (EOFException e) {
      throw new UnreadableFileException("the file ends too early", e);
    } catch (ZipException e) {
      throw new UnreadableFileException("not readable as packed file: " + e.getMessage(), e);
    }
  }

  /** Parsers close what they have read to the end; the hash is of what follows, too. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The caller closes the file.
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, BUFFER_BYTES);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean gzip = first == 0x1f && second == 0x8b;
    return gzip
        ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER_BYTES), BUFFER_BYTES)
        : buffered;
  }
}
