import java.io.File;
import java.util.Properties;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.io.DefaultModelWriter;
import org.apache.maven.properties.internal.EnvironmentUtils;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.io.DefaultSettingsWriter;

/** Prints the settings or the model of a file as Maven reads it, by Maven's own libraries: its plugin for that needs a network. */
class Maven {
  public static void main(String[] arguments) throws Exception {
    Properties variables = new Properties();
    EnvironmentUtils.addEnvVars(variables);
    File file = new File(arguments[0]);
    if (file.getName().endsWith("settings.xml")) {
      var request = new DefaultSettingsBuildingRequest();
      request.setUserSettingsFile(file).setSystemProperties(variables);
      var result = new DefaultSettingsBuilderFactory().newInstance().build(request);
      new DefaultSettingsWriter().write(System.out, null, result.getEffectiveSettings());
    } else {
      var request = new DefaultModelBuildingRequest();
      request.setPomFile(file).setSystemProperties(variables);
      request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_STRICT);
      var result = new DefaultModelBuilderFactory().newInstance().build(request);
      new DefaultModelWriter().write(System.out, null, result.getEffectiveModel());
    }
  }
}
