package org.territorydelta.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.territorydelta.extract.ArticleReader;
import org.territorydelta.extract.Extractor;
import org.territorydelta.extract.Proposals;
import org.territorydelta.spark.inputs.FileShares;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.SourceFile;

/**
 * Reads reports where the executors are, each by itself, and brings what was read to the driver.
 */
final class ExtractStage {
  private static final int TASKS_A_CORE = 4;

  private ExtractStage() {}

  /** What each file says, in the order of the files' names; the texts themselves stay behind. */
  static List<Proposals> read(JavaSparkContext spark, List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    spark.setJobDescription("Read " + files.size() + " reports");
    Broadcast<SerializableConfiguration> hadoop =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    List<ArrayList<SourceFile>> shares =
        FileShares.of(files, TASKS_A_CORE * spark.defaultParallelism());
    List<Proposals> proposals =
        new ArrayList<>(
            spark
                .parallelize(shares, shares.size())
                .flatMap(share -> read(share, hadoop.value().value()))
                .collect());
    hadoop.unpersist();
    spark.setJobDescription(null);
    proposals.sort(Comparator.comparing(Proposals::document));
    return proposals;
  }

  private static Iterator<Proposals> read(List<SourceFile> share, Configuration hadoop) {
    var extractor = new Extractor();
    return share.stream().map(file -> read(file, extractor, hadoop)).iterator();
  }

  private static Proposals read(SourceFile file, Extractor extractor, Configuration hadoop) {
    try (InputStream in = InputFiles.open(new Path(file.uri()), hadoop)) {
      return Proposals.of(extractor.read(ArticleReader.read(file.shownPath(), in)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read report: path=" + file.uri(), e);
    }
  }
}
