import edu.stanford.nlp.coref.CorefCoreAnnotations;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAnnotator;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;
import javax.json.JsonObjectBuilder;

/**
 * CoreNLP's quote annotator. A line in is {"id", "text"}, a line out
 * {"id", "milliseconds", "attributions"}; the annotators alone are timed.
 *
 * <p>The pipeline is the one that its documentation asks for. The quote annotator fails where coreference has not run, but reads of it no
 * more than whom a pronoun stands for. With the argument "no-coref" it is handed an empty answer instead, and costs much less.
 */
public final class AttributeQuotes {
  public static void main(String[] arguments) throws Exception {
    boolean coref = arguments.length == 0 || !arguments[0].equals("no-coref");
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse" + (coref ? ",coref" : ""));
    // Names of people are all that the quote annotator reads of them: no dates, numbers or finer classes.
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    properties.setProperty("coref.algorithm", "statistical");
    properties.setProperty("threads", "1");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    QuoteAnnotator quote = new QuoteAnnotator("quote", properties);

    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject document = Json.createReader(new StringReader(line)).readObject();
      Annotation annotation = new Annotation(document.getString("text"));
      JsonObjectBuilder answer = Json.createObjectBuilder().add("id", document.getString("id"));
      long began = System.nanoTime();
      try {
        pipeline.annotate(annotation);
        if (!coref) annotation.set(CorefCoreAnnotations.CorefChainAnnotation.class, Map.of());
        quote.annotate(annotation);
      } catch (RuntimeException thrown) {
        answer.add("error", thrown.toString());
      }
      answer.add("milliseconds", (System.nanoTime() - began) / 1e6).add("attributions", describe(annotation));
      out.println(answer.build());
      out.flush();
    }
  }

  /** Quotations within quotations are left out: their speakers are not attributed. */
  private static JsonArrayBuilder describe(Annotation annotation) {
    JsonArrayBuilder attributions = Json.createArrayBuilder();
    List<CoreMap> quotations = annotation.get(CoreAnnotations.QuotationsAnnotation.class);
    if (quotations == null) return attributions;
    List<CoreLabel> tokens = annotation.get(CoreAnnotations.TokensAnnotation.class);
    for (CoreMap quotation : quotations) {
      JsonArrayBuilder source = Json.createArrayBuilder();
      Integer first = quotation.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
      Integer last = quotation.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
      if (first != null && last != null)
        source.add(span(tokens.get(first).beginPosition(), tokens.get(last).endPosition()));
      JsonArrayBuilder content =
          Json.createArrayBuilder()
              .add(
                  span(
                      quotation.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                      quotation.get(CoreAnnotations.CharacterOffsetEndAnnotation.class)));
      attributions.add(
          Json.createObjectBuilder()
              .add("type", "direct")
              .add("source", source)
              .add("cue", Json.createArrayBuilder())
              .add("content", content));
    }
    return attributions;
  }

  private static JsonArrayBuilder span(int start, int end) {
    return Json.createArrayBuilder().add(start).add(end);
  }
}
