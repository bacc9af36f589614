import type { Program } from './rewriter';

/** Whether the program is part of an app: by what it imports, by its package, or by the Xcode project around it. */
export async function shipsInApp({ text, path, project }: Program): Promise<boolean> {
  if (
    /^\s*(?:@\w+\s+)?import (?:SwiftUI|UIKit|AppKit|Cocoa|WatchKit|WidgetKit|TVUIKit|ARKit|AppIntents)\b/m.test(
      text,
    )
  )
    return true;
  const folders = path.split('/').slice(0, -1);
  const manifest = await project.nearest([
    'Package.swift',
    'Info.plist',
    'Podfile',
    ...folders.map((folder) => `${folder}.xcodeproj/project.pbxproj`),
  ]);
  if (manifest === undefined) return false;
  return !manifest.path.endsWith('Package.swift') || /\.(?:iOS|tvOS|watchOS|visionOS)\(/.test(manifest.text);
}
